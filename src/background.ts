import { accountSending, type SmsGateway } from '#accounts'
import { appointmentDeeds } from '#appointments'
import type { Language } from '#kernel'
import { deliverWaiting, smtpMailer, type Mailer } from '#notices'
import { performing } from '#operations'
import { BadSetting, type Settings } from '#settings'
import { removeEnded } from '#sign-in'
import type { House } from './cli/house.ts'
import type { TrialMessages } from './web/index.ts'

function mailerOf(settings: Settings): Mailer {
  if (settings.smtpUrl !== null) return smtpMailer(settings.smtpUrl, settings.mailFrom)
  if (!settings.trial) throw new BadSetting('SMTP_URL must be set outside a trial')
  // In the trial a message counts as sent once its text is kept: the outbox page shows it.
  return { send: () => Promise.resolve() }
}

const smsTimeoutMs = 10_000

/** What sends messages with a secret in them; in the trial, where nothing else is set, they stand in memory. */
function secretSendersOf({ smtpUrl, mailFrom, sms, trial }: Settings, kept: TrialMessages) {
  const refuse: SmsGateway = { send: () => Promise.reject(new BadSetting('SMS_URL is not set')) }
  return {
    mailer: smtpUrl === null ? kept.mailer : smtpMailer(smtpUrl, mailFrom),
    sms: sms === null ? (trial ? kept.sms : refuse) : accountSending.gateway({ ...sms, timeoutMs: smsTimeoutMs }),
  }
}

const deliveryPauseMs = 1000
const tidyPauseMs = 10 * 60_000
const cataloguePauseMs = 10_000
const timePauseMs = 60_000

/**
 * What the product does with nobody asking: sends what waits, does what time brings, tidies up, reads the catalogue again. A fault is
 * logged and the next pass tries again. Answers with what stops it.
 */
export function runByItself(house: House, kept: TrialMessages, usualLanguage: () => Language): () => Promise<void> {
  const mailer = mailerOf(house.settings)
  const secretly = secretSendersOf(house.settings, kept)
  const { store, clock, log, render, digest } = house
  let stopped = false
  let pass: Promise<unknown> = Promise.resolve()
  const once = async () => {
    const defaultLanguage = usualLanguage()
    const report = await deliverWaiting({ store, mailer, clock, render, digest, defaultLanguage, limit: 50 })
    for (const fault of report.faults) log.warn({ notice: fault })
    const { publicUrl } = house.settings
    const secrets = await accountSending.send({ ...house, ...secretly, publicUrl, defaultLanguage, limit: 20 })
    for (const fault of secrets.faults) log.warn({ message: fault })
  }
  const timer = setInterval(() => {
    if (!stopped) pass = pass.then(once).catch((fault: unknown) => log.error({ fault }, 'a pass of the notices failed'))
  }, deliveryPauseMs)
  const tidy = setInterval(() => {
    Promise.all([removeEnded({ store, clock }), accountSending.tidy({ store, clock })]).catch((fault: unknown) =>
      log.error({ fault }, 'ended sessions were not removed'),
    )
  }, tidyPauseMs)
  const passOfTime = performing.timeKeeper(house, appointmentDeeds)
  const keepTime = async () => {
    for (const { deed, factId, fault } of (await passOfTime()).faults) log.error({ deed, factId, fault }, 'not done')
  }
  const time = setInterval(() => {
    if (!stopped)
      pass = pass.then(keepTime).catch((fault: unknown) => log.error({ fault }, 'what was due could not be looked for'))
  }, timePauseMs)
  // Entries begin and end by themselves, and another process may have published.
  const shelf = setInterval(() => {
    if (!stopped)
      pass = pass
        .then(() => house.refreshCatalogue())
        .catch((fault: unknown) => log.error({ fault }, 'the catalogue was not read again'))
  }, cataloguePauseMs)
  return async () => {
    stopped = true
    clearInterval(timer)
    clearInterval(tidy)
    clearInterval(shelf)
    clearInterval(time)
    await pass
  }
}
