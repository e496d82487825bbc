/**
 * Who may import whom: the data flows bytes → text → blocks → tree → records → ledger, and each stage knows only the
 * stages before it, the lexicon and the model. Checked by `npm run check`.
 */

/** Each layer with the layers it may import; `.ts` names are single files of src/. */
const LAYERS = {
  model: [],
  lexicon: ['model'],
  registry: ['model', 'lexicon'],
  bytes: ['model', 'lexicon'],
  text: ['model', 'lexicon', 'bytes'],
  blocks: ['model', 'lexicon', 'bytes', 'text'],
  tree: ['model', 'lexicon', 'bytes', 'text', 'blocks'],
  records: ['model', 'lexicon', 'registry', 'bytes', 'text', 'blocks', 'tree'],
  identity: ['model', 'lexicon', 'registry'],
  'parse.ts': ['model', 'bytes', 'text', 'blocks', 'tree', 'records', 'identity'],
  ledger: ['model'],
  query: ['model', 'ledger'],
  export: ['model', 'ledger', 'query'],
  report: ['model', 'ledger', 'query'],
  diff: ['model', 'ledger'],
  check: ['model', 'text', 'ledger'],
  redact: ['model'],
  state: ['model'],
  fetch: ['model', 'lexicon', 'bytes', 'text', 'state'],
  batch: ['model', 'ledger', 'redact', 'state'],
  cli: [
    'model',
    'identity',
    'ledger',
    'batch',
    'query',
    'export',
    'report',
    'check',
    'diff',
    'redact',
    'state',
    'fetch',
  ],
  'worker.ts': ['batch', 'parse.ts'],
  'cli.ts': ['cli', 'batch', 'worker.ts'],
  'index.ts': ['model', 'parse.ts', 'ledger', 'batch'],
};

/** Packages that stand for a task of one layer. */
const PACKAGES = {
  zod: ['model'],
  cheerio: ['text'],
  'better-sqlite3': ['ledger', 'batch', 'cli', 'query', 'export', 'report', 'check', 'diff', 'state', 'fetch'],
  tinyglobby: ['batch'],
  'p-limit': ['batch', 'fetch'],
  commander: ['cli'],
  piscina: ['batch'],
  'cli-progress': ['cli'],
  pino: ['cli'],
  nodejieba: ['records'],
  'robots-parser': ['fetch'],
  '@vant/area-data': ['identity'],
  fflate: ['export', 'report'],
  'hyparquet-writer': ['export'],
  'ical-generator': ['export'],
  'string-width': ['cli'],
};

const path = (layer) => `^src/${layer.replace('.', '\\.')}${layer.endsWith('.ts') ? '$' : '/'}`;
const paths = (layers) => layers.map(path);

const layerRules = Object.entries(LAYERS).map(([layer, known]) => ({
  name: `layer-${layer}`,
  comment: `${layer} may import ${known.join(', ') || 'nothing of src/'}`,
  severity: 'error',
  from: { path: path(layer) },
  to: { path: '^src/', pathNot: paths([layer, ...known]) },
}));

const packageRules = Object.entries(PACKAGES).map(([name, layers]) => ({
  name: `package-${name}`,
  comment: `${name} is used by ${layers.join(', ')} alone`,
  severity: 'error',
  from: { path: '^src/', pathNot: paths(layers) },
  to: { path: `node_modules/${name}/` },
}));

export default {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: 'no-layer',
      comment: 'every file of src/ belongs to a layer above',
      severity: 'error',
      from: { path: '^src/', pathNot: paths(Object.keys(LAYERS)) },
      to: {},
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'layouts-apart',
      comment: 'a layout does not know the other layouts: each is one file or folder that can be added or taken away',
      severity: 'error',
      from: { path: '^src/records/layouts/([^/.]+)', pathNot: '^src/records/layouts/layout\\.ts$' },
      to: {
        path: '^src/records/layouts/',
        pathNot: ['^src/records/layouts/layout\\.ts$', '^src/records/layouts/$1[/.]'],
      },
    },
    {
      name: 'not-shipped',
      comment: 'src/ runs on `dependencies` alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'report-page',
      comment: 'the page runs in a browser: it knows the data it is given and nothing else of src/, and only as types',
      severity: 'error',
      from: { path: '^src/report/page/' },
      to: { pathNot: ['^src/report/page/', '^src/report/data\\.ts$', '^src/model/'] },
    },
    {
      name: 'report-page-apart',
      comment: 'what writes the report takes the page as a built file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/report/page/' },
      to: { path: '^src/report/page/' },
    },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are knowledge too: `import type` across a layer counts.
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|out)/' },
  },
};
