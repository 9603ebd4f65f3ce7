/** `licet rules check`, `diff`, `impact` and `facts`. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { packImpact } from '#main/core/pack-impact.ts'
import { packOf } from '#main/core/pack-source.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import { coverageParts } from '#main/rules/coverage.ts'
import { diffPacks } from '#main/rules/diff.ts'
import { hashPack } from '#main/rules/read-pack.ts'
import { compileFolder } from '#main/rules/store.ts'
import { unmodelled } from '#main/rules/unmodelled.ts'
import type { ImpactClause, ImpactReport, ImpactRow, PackChange } from '#shared/contract/replies.ts'
import { commonOptions, print, tell, withService } from '../session.ts'
import { addPackFiles } from './pack-files.ts'

export function addRules(licet: Command): void {
  const rules = licet.command('rules').description('rule packs: check, compare, look up')
  rules
    .command('check')
    .description('checks a rule pack: schema, dictionary, citations, coverage table; says what it holds, what no rule holds and what it does not model')
    .argument('<folder>', 'folder of the pack')
    .action((folder: string, _: unknown, command: Command) => {
      const { json, lang } = commonOptions(command)
      const { pack, coverage } = compileFolder(folder)
      const open = unmodelled(pack)
      const parts = coverageParts(coverage)
      const without = coverage.filter((row) => row.rules.length === 0)
      const summary = { id: pack.id, version: pack.version, lawAsOf: pack.lawAsOf, completeFrom: pack.completeFrom, sha256: hashPack(folder), ...counts(pack) }
      if (json) return print(JSON.stringify({ ...summary, notModelled: open, coverage: { parts, without } }))
      print(`${pack.id} ${pack.version}: no problem found`)
      for (const [name, value] of Object.entries(summary)) print(`  ${name.padEnd(14)} ${String(value)}`)
      print('\nCoverage of the law, by part: rows, held, held with a remark, without a rule')
      for (const { part, rows, held, heldWithRemark, without: none } of parts)
        print(`  ${part.padEnd(20)} ${[rows, held, heldWithRemark, none].map((count) => String(count).padStart(6)).join('')}`)
      print(`\nRows without a rule: ${without.length}`)
      for (const { row, cite, why } of without) print(`  ${row}  (${cite})\n    ${why}`)
      print(`\nNot modelled: ${open.length}`)
      for (const { rule, cites, what } of open) print(`  ${rule}  (${cites[0] ?? ''})\n    ${what[lang]}`)
    })
  rules
    .command('diff')
    .description('names each clause that differs between two packs and says what changed in it: condition, dates, exceptions, policy, citations')
    .argument('<before>', 'folder of the earlier pack')
    .argument('<after>', 'folder of the later pack')
    .action((before: string, after: string, _: unknown, command: Command) => {
      const { json, lang } = commonOptions(command)
      const changes = diffPacks(compileFolder(before).pack, compileFolder(after).pack, lang)
      if (json) return print(JSON.stringify(changes))
      for (const change of changes) print(changeText(change))
      print(changes.length === 0 ? 'The packs say the same.' : `${changes.length} clauses differ.`)
    })
  rules
    .command('impact')
    .description('evaluates the newest determination of every case under another pack; separates answers that were wrong from answers that would differ now')
    .argument('<pack>', 'folder or signed file of the other pack, or the hash of one that the data folder holds')
    .addHelpText(
      'after',
      '\n“Wrong then” compares by the law of the day of the case as it was public when it was determined; “would differ now” by the law of today. Nothing is stored.',
    )
    .action(async (source: string, _: unknown, command: Command) => {
      const common = commonOptions(command)
      await withService(common, async ({ core }) => {
        let told = -1
        const report = await packImpact(core, packOf(core, source), {
          onProgress: ({ done, total }) => {
            const percent = Math.floor((10 * done) / Math.max(1, total)) * 10
            if (percent !== told) tell(`evaluating ${percent} %`)
            told = percent
          },
        })
        print(common.json ? JSON.stringify(report) : impactText(report))
      })
    })
  addPackFiles(rules)
  rules
    .command('facts')
    .description('lists the facts that the rule packs declare: name, type, meaning and question')
    .action((_: unknown, command: Command) => {
      const { json, lang } = commonOptions(command)
      for (const folder of packFolders()) {
        const { pack } = compileFolder(folder)
        if (json) print(JSON.stringify(pack.facts.map((fact) => ({ ...fact, pack: pack.id }))))
        else
          for (const { path, type, unit, ask, cite } of pack.facts)
            print(`${path}  (${type}${unit === undefined ? '' : `, ${unit}`})\n  ${ask[lang]}\n  ${cite}`)
      }
    })
}

const packFolders = (): string[] => readdirSync(join(ASSETS_FOLDER, 'rules')).map((name) => join(ASSETS_FOLDER, 'rules', name))

function counts(pack: CompiledPack) {
  return { rules: pack.rules.length, entries: pack.entries.length, facts: pack.facts.length, lists: pack.parameters.length }
}

function changeText({ kind, change, name, cites, details }: PackChange): string {
  const head = `${change.padEnd(8)} ${kind.padEnd(10)} ${name}${cites.length > 0 ? `  (${cites.join('; ')})` : ''}`
  const lines = details.flatMap(({ what, before, after }) => {
    if (change !== 'changed') return [`    ${what}: ${before === '' ? after : before}`]
    return [`    ${what}:`, ...(before === '' ? [] : [`      - ${before}`]), ...(after === '' ? [] : [`      + ${after}`])]
  })
  return [head, ...lines].join('\n')
}

function impactText({ counts, byClause, wrongThen, differNow, failed, on, pack }: ImpactReport): string {
  const because = (clauses: ImpactClause[]) => clauses.map(({ change, cite, rule }) => `${change === 'now' ? 'now' : 'no longer'} ${cite || rule}`).join('; ')
  const rows = (of: ImpactRow[], after: 'then' | 'now') =>
    of.map((row) => `  ${row.case} (${row.asOf}, determined ${row.determinedOn}): ${row.before} → ${row[after]}  ${because(row.clauses)}`)
  return [
    `${pack.id} ${pack.version}, law as of ${pack.lawAsOf}, against ${counts.evaluated + counts.failed} determined cases on ${on}`,
    `\nWrong on the law as known when determined: ${counts.wrongThen}`,
    ...rows(wrongThen, 'then'),
    `\nRight then, would differ now: ${counts.differNow}`,
    ...rows(differNow, 'now'),
    ...(byClause.length === 0 ? [] : ['\nBy clause:']),
    ...byClause.map(({ cases, change, cite, rule }) => `  ${String(cases).padStart(6)}  ${change === 'now' ? 'now' : 'no longer'} ${cite}  ${rule}`),
    `\nCould not be evaluated: ${counts.failed}`,
    ...failed.map(({ case: id, why }) => `  ${id}: ${why}`),
    `\n${counts.evaluated} evaluated, ${counts.unchanged} unchanged`,
  ].join('\n')
}
