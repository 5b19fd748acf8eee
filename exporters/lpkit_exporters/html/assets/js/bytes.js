/* Bytes as text and back, in pieces that a call may take. */
const PIECE = 0x8000;

export function encode(bytes) {
  const units = new Uint8Array(bytes);
  let text = "";
  for (let at = 0; at < units.length; at += PIECE) text += String.fromCharCode(...units.subarray(at, at + PIECE));
  return btoa(text);
}

export const decode = (text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)).buffer;
