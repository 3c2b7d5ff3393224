/** Downwards only: ui, list > cloth > input > sync > model; i18n and styles may be used by all. */
const rank = { model: 0, sync: 1, input: 2, cloth: 3, list: 4, ui: 4 }
const upwards = Object.entries(rank).map(([name, height]) => ({
  name: `${name}-looks-down`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    path: `^src/(${
      Object.keys(rank)
        .filter((other) => rank[other] > height)
        .join('|') || 'none'
    })/`,
  },
}))

module.exports = {
  forbidden: [
    ...upwards,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-edits-writes',
      comment:
        'Only model/edits.ts and its kin in model/ touch Yjs; the provider in sync carries bytes.',
      severity: 'error',
      from: { path: '^src/(cloth|input|list|ui)/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/yjs' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/i18n/paraglide' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.svelte', '.js', '.svelte.ts'] },
  },
}
