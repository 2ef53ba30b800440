import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BadSetting, readSettings } from './settings.ts'

const read = (environment: Record<string, string>) => readSettings(environment, '/srv/claviger')

test('without any setting it is a trial on this machine', () => {
  const settings = read({})
  assert.equal(settings.trial, true)
  assert.equal(settings.publicUrl, 'http://127.0.0.1:8080')
  assert.equal(settings.dataDir, '/srv/claviger/data')
  assert.equal(settings.keysDir, '/srv/claviger/data/keys')
})

test('a setting that cannot be used is refused by its name', () => {
  const wrong: [string, Record<string, string>][] = [
    ['PORT', { PORT: 'many' }],
    ['PORT', { PORT: '65536' }],
    ['HOST', { HOST: 'a b' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'access.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://access.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://access.example.org/path' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.org' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://keys.example.org' }],
    ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://keys.example.org' }],
    ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: 'https://keys.example.org', OIDC_CLIENT_ID: 'us' }],
    ['SIMULATED_KEY_RING', { SIMULATED_KEY_RING: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['METRICS_PORT', { METRICS_PORT: 'many' }],
    ['METRICS_PORT', { METRICS_PORT: '8080' }],
    ['METRICS_HOST', { METRICS_PORT: '9090', METRICS_HOST: 'a b' }],
  ]
  for (const [name, environment] of wrong) {
    assert.throws(
      () => read(environment),
      (fault) => fault instanceof BadSetting && fault.message.startsWith(name),
      name,
    )
  }
})

test('the simulated key ring is refused with a production store unless somebody allows it', () => {
  const production = { DATABASE_URL: 'postgres://db.example.org/claviger' }
  assert.throws(() => read(production), /OIDC_ISSUER must be set with DATABASE_URL/)
  assert.equal(read({ ...production, SIMULATED_KEY_RING: 'allowed' }).trial, true)
  const external = { OIDC_ISSUER: 'https://keys.example.org', OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 'x' }
  assert.equal(read({ ...production, ...external }).trial, false)
})

test('a refusal does not repeat a secret', () => {
  assert.throws(
    () => read({ DATABASE_URL: 'mysql://user:hunter2@host/db' }),
    (fault) => fault instanceof BadSetting && !fault.message.includes('hunter2'),
  )
})

test('a register that can be asked is an https address, with or without a token', () => {
  assert.equal(read({}).register, null)
  assert.deepEqual(read({ REGISTER_URL: 'https://register.example/v1/', REGISTER_TOKEN: 'secret' }).register, {
    url: 'https://register.example/v1',
    token: 'secret',
  })
  assert.deepEqual(read({ REGISTER_URL: 'http://127.0.0.1:9000' }).register, {
    url: 'http://127.0.0.1:9000',
    token: null,
  })
  for (const url of [
    'register',
    'http://register.example',
    'ftp://127.0.0.1',
    'https://me@register.example',
    'https://register.example?a=b',
  ])
    assert.throws(
      () => read({ REGISTER_URL: url }),
      (fault) => fault instanceof BadSetting && fault.message.includes('REGISTER_URL'),
    )
})

test('a gateway for text messages is an https address, with or without a token', () => {
  assert.equal(read({}).sms, null)
  assert.deepEqual(read({ SMS_URL: 'https://sms.example/send', SMS_TOKEN: 'secret' }).sms, {
    url: 'https://sms.example/send',
    token: 'secret',
  })
  for (const url of [
    'sms',
    'http://sms.example/send',
    'https://me:secret@sms.example',
    'https://sms.example?key=secret',
  ])
    assert.throws(
      () => read({ SMS_URL: url }),
      (fault) =>
        fault instanceof BadSetting && fault.message.startsWith('SMS_URL') && !fault.message.includes('secret'),
    )
})
