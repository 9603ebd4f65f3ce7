/** The values that tie the paper to the record: hashes of facts, proof and answer, packs, lists, engine, and the audit head. */
import type { MemoBlock } from './memo-document.ts'
import type { MemoInput } from './memo-input.ts'
import { listName, type Shown } from './show-values.ts'

export function integritySection({ answer, answerHash, auditHead, determinationId }: MemoInput, shown: Shown): MemoBlock[] {
  const { words } = shown
  return [
    { kind: 'paragraph', text: words.integrityLead, style: 'text' },
    { kind: 'hash', label: words.factsHash, value: answer.factsHash },
    { kind: 'hash', label: words.proofHash, value: answer.proofHash },
    { kind: 'hash', label: words.answerHash, value: answerHash },
    ...(auditHead === undefined
      ? [{ kind: 'paragraph' as const, text: words.noAudit, style: 'text' as const }]
      : [{ kind: 'hash' as const, label: words.auditHash(auditHead.seq), value: auditHead.hash }]),
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        { key: words.engine, value: answer.engine, style: 'text' },
        { key: words.formLabel, value: answer.schema, style: 'text' },
      ],
    },
    {
      kind: 'table',
      caption: words.packs,
      columns: [
        { title: words.pack, share: 14, style: 'strong' },
        { title: words.version, share: 14, style: 'text' },
        { title: words.lawAsOf, share: 22, style: 'text' },
        { title: words.hash, share: 50, style: 'code' },
      ],
      rows: answer.packs.map(({ id, version, lawAsOf, sha256 }) => [id, version, lawAsOf, sha256]),
    },
    ...(answer.lists.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: words.listHashes,
            columns: [
              { title: words.list, share: 32, style: 'strong' as const },
              { title: words.contentDate, share: 18, style: 'text' as const },
              { title: words.hash, share: 50, style: 'code' as const },
            ],
            rows: answer.lists.map((list) => [listName(list.id, shown), list.contentDate, list.sha256]),
          },
        ]),
    { kind: 'heading', level: 3, text: words.verifyTitle },
    { kind: 'paragraph', text: words.verifyReplay(auditHead === undefined ? words.answerFile : determinationId), style: 'code' },
    { kind: 'paragraph', text: words.verifyReplaySays, style: 'quiet' },
    ...(auditHead === undefined
      ? []
      : [
          { kind: 'paragraph' as const, text: words.verifyAudit(auditHead.hash), style: 'code' as const },
          { kind: 'paragraph' as const, text: words.verifyAuditSays, style: 'quiet' as const },
        ]),
  ]
}
