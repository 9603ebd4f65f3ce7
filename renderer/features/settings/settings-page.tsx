/** Settings: language, theme, officer, data folder, versions, and the audit trail with its check. */
import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useAct, useAnswer } from '#renderer/client/queries.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Notice, Page, PageHead, Pairs, Section } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Audit } from './audit.tsx'
import css from './settings.module.css'

function Look() {
  const say = useSay()
  const { preferences, change } = usePreferences()
  return (
    <div className={css.rows}>
      <span>{say('settings:language')}</span>
      <SegmentedControl
        size="xs"
        aria-label={say('settings:language')}
        data={(['en', 'zh'] as const).map((one) => ({ value: one, label: say(`settings:language.${one}`) }))}
        value={preferences.language}
        onChange={(next) => change({ language: next as 'en' | 'zh' })}
        data-testid="setting-language"
      />
      <span>{say('settings:theme')}</span>
      <SegmentedControl
        size="xs"
        aria-label={say('settings:theme')}
        data={(['light', 'dark', 'system'] as const).map((one) => ({ value: one, label: say(`settings:theme.${one}`) }))}
        value={preferences.theme}
        onChange={(next) => change({ theme: next as 'light' | 'dark' | 'system' })}
        data-testid="setting-theme"
      />
    </div>
  )
}

function Officer() {
  const say = useSay()
  const { preferences, change } = usePreferences()
  const [name, setName] = useState(preferences.officer)
  return (
    <TextInput
      maw={360}
      label={say('settings:officer.name')}
      description={say('settings:officer.hint')}
      value={name}
      maxLength={200}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => name.trim() !== preferences.officer && change({ officer: name.trim() })}
      data-testid="setting-officer"
    />
  )
}

function SecondOfficerRule() {
  const say = useSay()
  const found = useAnswer('alert:list', { limit: 0 })
  const set = useAct('alert:secondOfficer', ['alert:list', 'audit:list'])
  return (
    <>
      {set.error ? <Failure error={set.error} /> : null}
      <Checkbox
        label={say('settings:second.label')}
        description={say('settings:second.hint')}
        checked={found.data?.secondOfficer ?? false}
        disabled={!found.data}
        onChange={(event) => set.mutate({ needed: event.currentTarget.checked })}
        data-testid="setting-second-officer"
      />
    </>
  )
}

function DataFolder() {
  const say = useSay()
  const { preferences } = usePreferences()
  const [chosen, setChosen] = useState<{ folder: string; restart: boolean } | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const act = (work: () => Promise<void>) => void work().catch((cause: Error) => setError(cause))
  return (
    <>
      {error ? <Failure error={error} /> : null}
      {chosen?.restart ? <Notice tone="info">{say('settings:folder.restart')}</Notice> : null}
      <div className={css.folder}>
        <code data-testid="setting-folder">{chosen?.folder || preferences.dataFolder}</code>
        <Button
          onClick={() =>
            act(async () => {
              const next = await call('shell:chooseDataFolder', {})
              if (next.folder) setChosen(next)
            })
          }
          data-testid="setting-folder-change"
        >
          {say('settings:folder.change')}
        </Button>
        <Button onClick={() => act(async () => void (await call('shell:openDataFolder', {})))}>{say('settings:folder.open')}</Button>
      </div>
    </>
  )
}

export function SettingsPage({ section }: { section: string }) {
  const say = useSay()
  const { preferences } = usePreferences()
  const status = useAnswer('app:status', { lang: useLang() })
  useEffect(() => {
    if (section) document.getElementById(section)?.scrollIntoView()
  }, [section])
  return (
    <>
      <PageHead title={say('settings:title')} />
      <Page>
        <Section title={say('settings:look')}>
          <Look />
        </Section>
        <Section title={say('settings:officer')}>
          <Officer />
        </Section>
        <Section title={say('settings:second')}>
          <SecondOfficerRule />
        </Section>
        <Section title={say('settings:folder')}>
          <DataFolder />
        </Section>
        <Section title={say('settings:versions')}>
          <Pairs
            rows={[
              [say('settings:version.app'), status.data?.version ?? preferences.version],
              [say('settings:version.engine'), status.data?.engine ?? ''],
              [say('settings:version.runtime'), preferences.runtime],
            ]}
          />
        </Section>
        <Section id="audit" title={say('settings:audit')} note={say('settings:audit.note')}>
          <Audit />
        </Section>
      </Page>
    </>
  )
}
