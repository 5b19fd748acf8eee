/* A text in few signs: its bytes by the method of Lempel, Ziv and Welch, six bits in each sign. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MOST_WORDS = 65536;
const BYTES = [...Array(256)].map((_, byte) => String.fromCharCode(byte));
const widthOf = (words) => 32 - Math.clz32(words - 1);

export function pack(text) {
  const known = new Map(BYTES.map((sign, code) => [sign, code]));
  const out = [];
  let bits = 0;
  let held = 0;
  const put = (word) => {
    for (let place = widthOf(known.size) - 1; place >= 0; place -= 1) {
      bits = (bits << 1) | ((known.get(word) >> place) & 1);
      held += 1;
      if (held === 6) {
        out.push(DIGITS[bits]);
        bits = held = 0;
      }
    }
  };
  let word = "";
  for (const byte of new TextEncoder().encode(text)) {
    const longer = word + BYTES[byte];
    if (known.has(longer)) word = longer;
    else {
      put(word);
      if (known.size < MOST_WORDS) known.set(longer, known.size);
      word = BYTES[byte];
    }
  }
  if (word) put(word);
  if (held) out.push(DIGITS[bits << (6 - held)]);
  return out.join("");
}

/* Gives the text again; what was never packed gives anything, or fails. */
export function unpack(packed) {
  const known = [...BYTES];
  let place = 0;
  const take = (width) => {
    let code = 0;
    for (const end = place + width; place < end; place += 1) {
      code = (code << 1) | ((DIGITS.indexOf(packed[Math.floor(place / 6)]) >> (5 - (place % 6))) & 1);
    }
    return code;
  };
  let text = "";
  let before = "";
  for (;;) {
    const width = widthOf(Math.min(MOST_WORDS, known.length + (before ? 1 : 0)));
    if (place + width > packed.length * 6) break;
    const code = take(width);
    const word = known[code] ?? before + before[0];
    if (before && known.length < MOST_WORDS) known.push(before + word[0]);
    text += word;
    before = word;
  }
  return new TextDecoder().decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
}
