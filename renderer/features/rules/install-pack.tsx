/** Installs a signed rule pack: the choice of the file, what was installed and from when it counts, or why it was refused. */
import { Button } from '@mantine/core'
import { call } from '#renderer/client/bridge.ts'
import { useAct } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice, PageHead } from '#renderer/ui/block.tsx'
import { Code, Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import css from './rules.module.css'

export function InstallPack() {
  const say = useSay()
  const install = useAct('packs:install', ['pack:status', 'audit:list', 'app:status'])
  const choose = async () => {
    const [file] = (await call('shell:chooseFiles', { purpose: 'pack' })).files
    if (file !== undefined) install.mutate({ file })
  }
  return (
    <div className={css.install}>
      <PageHead title={say('rules:tab.packs')} note={say('rules:install.note')}>
        <Button
          variant="filled"
          size="sm"
          leftSection={<Icon name="import" size={16} />}
          onClick={() => void choose()}
          loading={install.isPending}
          data-testid="install-pack"
        >
          {say('rules:install')}
        </Button>
      </PageHead>
      {install.data ? (
        <Notice tone="good" title={say('rules:install.done', { pack: `${install.data.pack.id} ${install.data.pack.version}` })} testId="pack-installed">
          <p>{say('rules:install.next')}</p>
          <p>
            {say('rules:install.by', { publisher: install.data.publisher, expires: install.data.expires })} <Code>{install.data.key}</Code> ·{' '}
            <Hash value={install.data.pack.sha256} />
          </p>
        </Notice>
      ) : null}
      {install.error ? (
        <Notice
          tone="error"
          title={install.error.code === 'bad-input' ? say('rules:install.refused') : say(`ui:error.${install.error.code}`)}
          testId="install-refused"
        >
          <p className={css.refusal}>{install.error.detail}</p>
          <p className={css.soft}>{say('rules:install.kept')}</p>
        </Notice>
      ) : null}
    </div>
  )
}
