/** One control entry: reasons, requirements with their scope, list-based exceptions, paragraphs and destinations. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { go, to } from '#renderer/client/route.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Notice, Page, PageHead, Section, Tag } from '#renderer/ui/block.tsx'
import { Cite, Code } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { EntryView as Entry } from '#shared/contract/replies.ts'
import { Destinations } from './destinations.tsx'
import css from './entries.module.css'

function Requirements({ entry }: { entry: Entry }) {
  const say = useSay()
  return (
    <table className={css.table} data-testid="entry-requirements">
      <thead>
        <tr>
          <th scope="col" style={{ width: 60 }}>
            {say('entries:requirement.reason')}
          </th>
          <th scope="col" style={{ width: 84 }}>
            {say('entries:requirement.column')}
          </th>
          <th scope="col" style={{ width: '24%' }}>
            {say('entries:requirement.scope')}
          </th>
          <th scope="col">{say('entries:requirement.says')}</th>
        </tr>
      </thead>
      <tbody>
        {entry.requirements.map((row) => (
          <tr key={row.rule}>
            <td>
              <strong>{row.reason}</strong>
            </td>
            <td>{row.column || '–'}</td>
            <td>{row.scope || say('entries:requirement.whole')}</td>
            <td>
              {row.says} {row.notModelled ? <Tag tone="violet">{say('entries:requirement.notModelled')}</Tag> : null}
              <div>
                <Cite href={to('rules', 'rule', row.rule)}>{row.cite}</Cite>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function EntryView({ entry, before }: { entry: Entry; before: ReactNode }) {
  const say = useSay()
  const pick = usePick()
  return (
    <>
      <PageHead
        before={before}
        title={
          <>
            <Code>{entry.eccn}</Code> {pick(entry.title)}
          </>
        }
      >
        <Button onClick={() => go('classify')} leftSection={<Icon name="classify" size={15} />}>
          {say('entries:classify')}
        </Button>
      </PageHead>
      <Page wide>
        <div className={css.tags} data-testid="entry-reasons">
          {entry.reasons.map((reason) => (
            <Tag key={reason}>{reason}</Tag>
          ))}
          <span className={css.soft}>{say('entries:source.is', { pack: entry.source.pack, date: entry.source.lawAsOf })}</span>
        </div>
        {entry.redirect ? (
          <Notice tone="info" title={say('entries:redirect')}>
            {entry.redirect}
          </Notice>
        ) : null}
        {entry.requirements.length > 0 ? (
          <Section title={say('entries:requirements')}>
            <Requirements entry={entry} />
          </Section>
        ) : null}
        <Section title={say('entries:exceptions')}>
          {entry.exceptions.length === 0 ? <p className={css.soft}>{say('entries:exceptions.none')}</p> : null}
          <ul className={css.lines}>
            {entry.exceptions.map((one) => (
              <li key={`${one.symbol}${one.says}`}>
                <strong>{one.symbol}</strong> {one.says} <Cite>{one.cite}</Cite>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={say('entries:paragraphs')}>
          {entry.paragraphs.length === 0 ? <p className={css.soft}>{say('entries:paragraphs.none')}</p> : null}
          <div className={css.tags}>
            {entry.paragraphs.map((paragraph) => (
              <Code key={paragraph}>{paragraph}</Code>
            ))}
          </div>
        </Section>
        <Destinations eccn={entry.eccn} />
      </Page>
    </>
  )
}
