// Puts what dist/ holds into lpkit-VERSION.vsix, which is a zip with a manifest of its own; the same bytes each time.
import { readFileSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";

const OWN = JSON.parse(readFileSync("package.json", "utf8"));
const FILES = {
  "package.json": readFileSync("package.json"),
  "README.md": readFileSync("README.md"),
  "LICENSE.txt": readFileSync("../../LICENSE"),
  "dist/extension.js": readFileSync("dist/extension.js"),
  "dist/licences.txt": readFileSync("dist/licences.txt"),
  "snippets/lpkit.json": readFileSync("snippets/lpkit.json"),
};
// A zip keeps times of the place where it is made; this is one for all.
const TIME = new Date(2020, 0, 1);

const kinds = [".js", ".json", ".md", ".txt", ".vsixmanifest"].map(
  (ending) => `<Default Extension="${ending}" ContentType="${ending === ".vsixmanifest" ? "text/xml" : "text/plain"}"/>`,
);
const types = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${kinds.join("")}</Types>
`;

const manifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(OWN.name)}" Version="${xml(OWN.version)}" Publisher="${xml(OWN.publisher)}"/>
    <DisplayName>${xml(OWN.displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(OWN.description)}</Description>
    <Tags>${xml(OWN.keywords.join(","))}</Tags>
    <Categories>${xml(OWN.categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(OWN.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="${xml(OWN.extensionKind.join(","))}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExecutesCode" Value="true"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;

const entries = { "extension.vsixmanifest": Buffer.from(manifest), "[Content_Types].xml": Buffer.from(types) };
for (const [name, content] of Object.entries(FILES)) {
  entries[`extension/${name}`] = content;
}
const target = `lpkit-${OWN.version}.vsix`;
writeFileSync(target, zipSync(entries, { level: 9, mtime: TIME }));
console.log(`${target}: ${Object.keys(FILES).length} files`);

function xml(text) {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
