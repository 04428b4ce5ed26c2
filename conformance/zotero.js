// What Zotero makes of pages and records: its translation server with all translators, of 2019, which the package
// «zotero-translators» has inside. node zotero.js FOLDER ADDRESS reads a JSON list of paths and prints a JSON list of
// [path, translator, items]: of a page what the first translator that takes it finds, of a record what an import finds.
"use strict";
const fs = require("fs");
const say = (text) => process.stdout.write(text);
console.log = console.error = () => {};
const { referenceImport } = require("zotero-translators");
const { JSDOM } = require("jsdom");
const xpath = require("wicked-good-xpath");
const [folder, address] = process.argv.slice(2);

// Zotero's fork of wicked-good-xpath, which npm does not have, can put attributes in order; so can this one then.
const attribute = require("jsdom/lib/jsdom/living/generated/Attr").interface.prototype;
const element = (node) => node.ownerElement || node;
attribute.compareDocumentPosition = function (other) {
  return element(this) === element(other) ? 4 : element(this).compareDocumentPosition(element(other));
};

async function page(path) {
  const { window } = new JSDOM(fs.readFileSync(`${folder}/${path}`), { url: address + path, contentType: "text/html" });
  xpath.install(window, true);
  const translate = new Zotero.Translate.Web();
  translate.setDocument(window.document);
  translate.setHandler("select", (_, choices, chosen) => chosen(choices));
  const [first] = await translate.getTranslators();
  if (!first) return [path, null, []];
  translate.setTranslator(first);
  return [path, first.label, await translate.translate({ libraryID: false })];
}

async function all(paths) {
  const found = [];
  for (const path of paths)
    found.push(path.endsWith(".html") ? await page(path) : [path, null, await referenceImport(fs.readFileSync(`${folder}/${path}`, "utf8"))]);
  return found;
}

const drop = (key, value) => (["attachments", "complete"].includes(key) ? undefined : value);
all(JSON.parse(fs.readFileSync(0, "utf8"))).then((found) => say(JSON.stringify(found, drop)));
