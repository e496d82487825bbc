/** Prints a document in a dress: `node tests/properties/run.mjs worn "re-wrapped at 33, blank lines kept" tails-ministries` */
import { allDocuments, plainRecord } from './corpora.js';
import { wardrobe } from './dress/wardrobe.js';

const [dressWanted = '', documentWanted = ''] = process.argv.slice(3);
const dress = wardrobe.find(({ name }) => name.includes(dressWanted));
const source = allDocuments.find(({ name }) => name.includes(documentWanted));
if (dress && source) process.stdout.write(dress.wear(source, plainRecord(source)));
