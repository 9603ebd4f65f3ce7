/**
 * The import law: the folder says where code may run and what it may know. Run by `npm run lint:imports`; the compiler
 * holds the other half (the pure rooms have neither Node nor DOM types).
 */
const TEST = '\\.(test|bench)\\.tsx?$|/fixtures?(/|\\.ts$)|/test-[a-z-]+\\.ts$'
/** Programs for the people who make the tables; they are no part of a room. */
const SCRIPTS = '^main/(rules/generate/|lists/(development/|check-starter\\.ts$))'
const ROOMS = 'engine|rules|classification|screening|lists|casework|audit|memo|database'
const PURE = '^main/(engine|screening|classification|memo/model)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need one another are one file, or lack a third. Types may refer to one another.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      comment: 'Every import must be found.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|virtual:)' },
    },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      comment: 'shared is the contract: no I/O, no clock, nothing of the rooms; zod and itself only.',
      from: { path: '^shared/', pathNot: TEST },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'pure-rooms',
      severity: 'error',
      comment: 'Engine, screening, classification and the memo model decide: no Node, no Electron, no database.',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-use-pure-libraries',
      severity: 'error',
      comment: 'No library that reads, writes or asks the time: only those that turn text into text.',
      from: { path: PURE, pathNot: TEST },
      to: { path: '^node_modules/', pathNot: '^node_modules/(any-ascii|opencc-js|pinyin-pro|zod)/' },
    },
    {
      name: 'pure-rooms-know-themselves-and-shared',
      severity: 'error',
      comment: 'A pure room imports itself, shared, and libraries that are pure themselves.',
      from: { path: '^main/(engine|screening|classification)/', pathNot: TEST },
      to: { path: '^(main|renderer|e2e)/', pathNot: '^main/$1/' },
    },
    {
      name: 'memo-model-knows-itself-and-shared',
      severity: 'error',
      comment: 'The document model of a memo does not know how it is drawn.',
      from: { path: '^main/memo/model/', pathNot: TEST },
      to: { path: '^(main|renderer|e2e)/', pathNot: '^main/memo/model/' },
    },
    {
      name: 'rooms-do-not-know-one-another',
      severity: 'error',
      comment: 'Only core knows all rooms. rules may know the engine; every room that stores may know the database.',
      from: { path: `^main/(${ROOMS})/`, pathNot: [TEST, SCRIPTS] },
      to: { path: '^main/', pathNot: ['^main/$1/', '^main/database/', '^main/engine/'] },
    },
    {
      name: 'only-rules-know-the-engine',
      severity: 'error',
      from: { path: `^main/(${ROOMS})/`, pathNot: [TEST, '^main/(engine|rules)/'] },
      to: { path: '^main/engine/' },
    },
    {
      name: 'database-knows-no-room',
      severity: 'error',
      from: { path: '^main/database/', pathNot: TEST },
      to: { path: '^main/', pathNot: '^main/database/' },
    },
    {
      name: 'core-knows-rooms-not-faces',
      severity: 'error',
      comment: 'The core is below the shell, the command line and the window.',
      from: { path: '^main/core/', pathNot: TEST },
      to: { path: '^(main/(shell|preload|cli)|renderer|e2e)/' },
    },
    {
      name: 'command-line-over-core',
      severity: 'error',
      comment: 'The command line is a face over the core; of the rooms it may name what it prints or checks, nothing of Electron.',
      from: { path: '^main/cli/', pathNot: TEST },
      to: { path: '^(main/(shell|preload)|renderer|e2e)/' },
    },
    {
      name: 'shell-decides-nothing',
      severity: 'error',
      comment: 'The shell knows the contract and itself; the core is another process.',
      from: { path: '^main/(shell|preload)/', pathNot: TEST },
      to: { path: '^(main|renderer|e2e)/', pathNot: '^main/(shell|preload)/' },
    },
    {
      name: 'preload-is-small',
      severity: 'error',
      comment: 'The preload knows Electron and the names of the contract; no schemas, no libraries.',
      from: { path: '^main/preload/' },
      to: { pathNot: ['^shared/contract/bridge\\.ts$', 'electron'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-in-shell-and-preload-only',
      severity: 'error',
      from: { path: '^(main|renderer|shared)/', pathNot: '^main/(shell|preload)/' },
      to: { path: '^(node_modules/)?(electron|electron-store)(/|$)' },
    },
    {
      name: 'electron-not-in-scripts',
      severity: 'error',
      comment: 'Scripts that find a runtime run on plain Node.',
      from: { path: '^main/shell/runtime/' },
      to: { path: '^(node_modules/)?electron(/|$)' },
    },
    {
      name: 'window-knows-shared-only',
      severity: 'error',
      comment: 'The window has neither Node nor the rooms: what it knows comes through the contract.',
      from: { path: '^renderer/', pathNot: TEST },
      to: { path: '^(main|e2e)/' },
    },
    {
      name: 'window-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-do-not-know-one-another',
      severity: 'error',
      comment: 'What two features need goes to ui, trace, client or app.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'parts-do-not-know-features',
      severity: 'error',
      from: { path: '^renderer/(ui|trace|client|words)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: [TEST, '^e2e/'] },
      to: { path: '\\.(test|bench|spec)\\.tsx?$' },
    },
    {
      name: 'program-does-not-ship-development-packages',
      severity: 'error',
      comment: 'What runs outside the bundled window must be a dependency, not a development one. Scripts and builds are excepted.',
      from: { path: '^(main|shared)/', pathNot: [TEST, '^main/shell/', '^main/preload/', '^main/[a-z]+/generate/', '/read-back\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|node_modules/\\.)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.csv'],
    },
    tsConfig: { fileName: 'main/tsconfig.json' },
  },
}
