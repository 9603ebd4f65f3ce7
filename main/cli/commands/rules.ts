/** `licet rules check`, `diff`, `impact` and `facts`. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { packImpact } from '#main/core/pack-impact.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import { diffPacks } from '#main/rules/diff.ts'
import { hashPack } from '#main/rules/read-pack.ts'
import { compileFolder } from '#main/rules/store.ts'
import { unmodelled } from '#main/rules/unmodelled.ts'
import { commonOptions, print, withService } from '../session.ts'

export function addRules(licet: Command): void {
  const rules = licet.command('rules').description('rule packs: check, compare, look up')
  rules
    .command('check')
    .description('checks a rule pack: schema, dictionary, citations; says what it holds and what it does not model')
    .argument('<folder>', 'folder of the pack')
    .action((folder: string, _: unknown, command: Command) => {
      const { json, lang } = commonOptions(command)
      const { pack } = compileFolder(folder)
      const open = unmodelled(pack)
      const summary = { id: pack.id, version: pack.version, lawAsOf: pack.lawAsOf, completeFrom: pack.completeFrom, sha256: hashPack(folder), ...counts(pack) }
      if (json) return print(JSON.stringify({ ...summary, notModelled: open }))
      print(`${pack.id} ${pack.version}: no problem found`)
      for (const [name, value] of Object.entries(summary)) print(`  ${name.padEnd(14)} ${String(value)}`)
      print(`\nNot modelled: ${open.length}`)
      for (const { rule, cites, what } of open) print(`  ${rule}  (${cites[0] ?? ''})\n    ${what[lang]}`)
    })
  rules
    .command('diff')
    .description('names the rules, lists and entries that differ between two packs')
    .argument('<before>', 'folder of the earlier pack')
    .argument('<after>', 'folder of the later pack')
    .action((before: string, after: string, _: unknown, command: Command) => {
      const { json } = commonOptions(command)
      const changes = diffPacks(compileFolder(before).pack, compileFolder(after).pack)
      if (json) return print(JSON.stringify(changes))
      for (const { kind, change, name, cites } of changes)
        print(`${change.padEnd(8)} ${kind.padEnd(10)} ${name}${cites.length > 0 ? `  (${cites.join('; ')})` : ''}`)
      if (changes.length === 0) print('The packs say the same.')
    })
  rules
    .command('impact')
    .description('evaluates the newest determination of every case under another pack and lists those that would change')
    .argument('<folder>', 'folder of the other pack')
    .action(async (folder: string, _: unknown, command: Command) => {
      const common = commonOptions(command)
      await withService(common, ({ core }) => {
        const { changed, evaluated, failed } = packImpact(core, folder, common.lang)
        if (common.json) return print(JSON.stringify({ evaluated, changed, failed }))
        for (const row of changed) print(`${row.case}: ${row.before} → ${row.after}  ${row.because}`)
        for (const row of failed) print(`${row.case}: could not be evaluated: ${row.why}`)
        print(`${evaluated} cases evaluated, ${changed.length} would change`)
      })
    })
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
