/** Import directions of the house. Each rule says why; `npm run check:imports` enforces them. */
const own = (path) => ({ path: `^(${path})` });

module.exports = {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment:
        'The engine knows no domain, no database and no screen, so that every vertical can stand on it.',
      severity: 'error',
      from: own('packages/core/'),
      to: own('app/|packages/(domains|ui|cli)/|db/|tests/'),
    },
    {
      name: 'serving-without-training',
      comment:
        'Scoring threads and the web server need ONNX Runtime alone; TensorFlow.js would take each some 100 MB.',
      severity: 'error',
      from: { path: '^packages/core/serving/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/core/tensor/tf\\.ts$', reachable: true },
    },
    {
      name: 'practising-without-algebra',
      comment:
        'The web server checks answers by exact arithmetic; the systems that verify exercises would take it hundreds of MB.',
      severity: 'error',
      from: { path: '^packages/domains/practice/service/index\\.ts$' },
      to: { path: 'certificate/(compute-engine|nerdamer|checks)\\.ts$', reachable: true },
    },
    {
      name: 'ui-stands-alone',
      comment: 'The design system draws what it is given; it may not reach for data.',
      severity: 'error',
      from: own('packages/ui/'),
      to: own('app/|packages/(domains|core|cli)/|db/|tests/'),
    },
    {
      name: 'db-stands-alone',
      comment:
        'Queries satisfy the interfaces of the verticals by shape; a vertical can be tested without a database.',
      severity: 'error',
      from: own('db/'),
      to: own('app/|packages/|tests/'),
    },
    {
      name: 'vertical-to-core-only',
      comment:
        'A vertical declares the store it needs; it never sees the database, the app or the command line.',
      severity: 'error',
      from: own('packages/domains/'),
      to: own('app/|db/|packages/cli/|tests/'),
    },
    {
      name: 'verticals-apart',
      comment: 'A fourth vertical is a new folder, not a change to the others.',
      severity: 'error',
      from: { path: '^packages/domains/([^/]+)/' },
      to: { path: '^packages/domains/', pathNot: '^packages/domains/$1/' },
    },
    {
      name: 'design-system-in-ui-rooms-only',
      comment: 'Data, features, pipeline and service run without a browser.',
      severity: 'error',
      from: { path: '^packages/domains/', pathNot: '^packages/domains/[^/]+/ui/' },
      to: own('packages/ui/'),
    },
    {
      name: 'cli-composes-without-app',
      comment:
        'The command line starts the app as a process; importing it would pull Next into every worker.',
      severity: 'error',
      from: own('packages/cli/'),
      to: own('app/|packages/ui/'),
    },
    {
      name: 'app-starts-no-engine-room',
      comment:
        'Pages reach other packages through their door; what a door does not export is free to change.',
      severity: 'error',
      from: own('app/'),
      to: {
        path: '^(packages/[^/]+|packages/domains/[^/]+|db)/',
        pathNot: '(^|/)(index\\.tsx?|[^/]+\\.css)$',
      },
    },
    {
      name: 'bench-through-doors',
      comment: 'A benchmark measures what others can use; the tensor engine has a door of its own.',
      severity: 'error',
      from: own('bench/'),
      to: { path: '^(app|packages|db)/', pathNot: '(^|/)index\\.ts$' },
    },
    {
      name: 'no-bench-in-product',
      comment: 'What measures the product stays out of it.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: own('bench/'),
    },
    {
      name: 'no-cycles',
      comment: 'Files in a folder follow the data: one way.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves to nothing fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-product',
      comment: 'Tests and what only they need stay out of the product.',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?$|^tests/|^bench/|testing|vitest\\.config)' },
      to: { path: '(\\.test\\.tsx?$|^tests/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|node_modules/(?!@praxis))' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
