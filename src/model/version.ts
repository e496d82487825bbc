/** Part of every record: what another version reads may differ. Apart from the schemas, which take longer to load than many a document to parse. */
export const VERSION = '0.1.1';
