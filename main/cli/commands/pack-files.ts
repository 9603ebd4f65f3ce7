/** `licet rules sign`, `install` and `keys`: rule packs as signed files. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { installFromFile } from '#main/core/install-pack.ts'
import { addTrustedKey, trustedKeys } from '#main/core/trusted-keys.ts'
import { readKey, sealPack } from '#main/rules/signed-pack.ts'
import { isoDate } from '#shared/domain/case.ts'
import { InputError } from '#shared/text/errors.ts'
import { writeWhole } from '../records.ts'
import { commonOptions, print, withService } from '../session.ts'

export function addPackFiles(rules: Command): void {
  rules
    .command('sign')
    .description('checks a pack and writes it as one signed file')
    .argument('<folder>', 'folder of the pack')
    .requiredOption('--key <file>', 'private ed25519 key in PEM form')
    .requiredOption('--out <file>', 'the signed file')
    .requiredOption('--publisher <name>', 'who publishes the pack')
    .requiredOption('--expires <date>', 'last day on which it may be installed (YYYY-MM-DD)')
    .addHelpText(
      'after',
      '\nThe signature is over the exact bytes of publisher, sequence, expiry and all files of the pack; sentences are left out.\nA key is made with: openssl genpkey -algorithm ed25519 -out PRIVATE.pem',
    )
    .action((folder: string, options: { key: string; out: string; publisher: string; expires: string }, command: Command) => {
      const { json } = commonOptions(command)
      if (!isoDate.safeParse(options.expires).success)
        throw new InputError('bad-input', `--expires: expected a date like 2027-12-31, and found “${options.expires}”`)
      const file = sealPack(folder, readKey(readText(options.key), 'private', options.key), options)
      writeWhole(options.out, file)
      print(json ? JSON.stringify({ file: options.out, bytes: file.length }) : `${options.out}: ${file.length} bytes, signed`)
    })
  rules
    .command('install')
    .description('verifies a signed pack file and installs it; cases determined from the next start on use it, earlier ones keep theirs')
    .argument('<file>', 'the signed file')
    .addHelpText(
      'after',
      '\nRefused, with nothing changed: a key that is not trusted, an altered or truncated file, a sequence that is not higher, a pack that expired or does not pass its checks.',
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const common = commonOptions(command)
      await withService(common, ({ core }) => {
        const { loaded, publisher, key, expires } = installFromFile(core, file)
        const { id, version, sequence, lawAsOf } = loaded.pack
        if (common.json) return print(JSON.stringify({ id, version, sequence, lawAsOf, sha256: loaded.sha256, publisher, key, expires }))
        print(`${id} ${version} installed: sequence ${sequence}, law as of ${lawAsOf}\n  published by ${publisher}, key ${key}\n  sha256 ${loaded.sha256}`)
      })
    })
  const keys = rules
    .command('keys')
    .description('lists the publishers whose packs may be installed; none is built in')
    .action((_: unknown, command: Command) => {
      const { dataFolder, json } = commonOptions(command)
      const held = trustedKeys(dataFolder)
      if (json) return print(JSON.stringify(held))
      for (const { id, name, addedAt } of held) print(`${id}  ${name}  added ${addedAt.slice(0, 10)}`)
      if (held.length === 0) print('No key is trusted: no pack file can be installed. Add one with: licet rules keys add PUBLIC.pem --name NAME')
    })
  keys
    .command('add')
    .description('trusts a public key; compare its id with the publisher before')
    .argument('<file>', 'public ed25519 key in PEM form')
    .requiredOption('--name <name>', 'name of the publisher')
    .action((file: string, { name }: { name: string }, command: Command) => {
      const { dataFolder, json } = commonOptions(command)
      mkdirSync(dataFolder, { recursive: true })
      const added = addTrustedKey(dataFolder, readText(file), name, new Date().toISOString(), file)
      print(json ? JSON.stringify(added) : `${added.id}  ${added.name}  trusted`)
    })
}

function readText(path: string): string {
  if (!existsSync(path)) throw new InputError('not-found', `${path}: there is no such file`)
  return readFileSync(path, 'utf8')
}
