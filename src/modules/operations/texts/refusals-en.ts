import type { Refusal } from '../operation.ts'
import type { Worded } from './office-words.ts'

export const refusalsEn = {
  'not-yours':
    'We find nothing for you under this number. Check the enterprise number. If it is right, ask a legal representative or a manager of the enterprise for access.',
  'level-too-low': 'Your sign-in is not strong enough for this. Sign in again with a stronger digital key.',
  'enterprise-ceased':
    'The register says that this enterprise has ceased. You can still take access away, but not give it. If the register is wrong, contact the service desk.',
  'emergency-stop': 'A legal representative has pressed the emergency stop. Ask a legal representative to lift it.',
  'not-legal-representative':
    'Only a legal representative of the enterprise may do this. Ask one of them. If you are one but the register does not show it, contact the service desk.',
  'second-representative-needed':
    'The register says that you represent the enterprise only together with somebody else, and it names nobody else who could confirm this. Have the register corrected, or contact the service desk.',
  'not-registered': 'This enterprise is not registered here yet. A legal representative must register it first.',
  'already-registered': 'This enterprise is already registered. There is nothing more to do: go on from its overview.',
  'outside-your-scope': (o) =>
    `This is outside what you manage. Ask the ${o.chief.one}, or the manager of this domain or group.`,
  'domain-unknown': 'We do not know this domain. Choose a domain from the list.',
  'domain-already-open': 'This domain is already active. There is nothing to do.',
  'domain-not-open': (o) =>
    `This domain is not active. If you need it, ask the ${o.chief.one} or ${o.coChief.a} to activate it.`,
  'capacity-unknown': 'We do not know this capacity. Choose a capacity from the list.',
  'capacity-already-active': 'This capacity is already active. There is nothing to do.',
  'capacity-not-active': (o) =>
    `This capacity or its domain is not active. If you need it, ask the ${o.chief.one} or ${o.coChief.a} to activate it.`,
  'rsz-number-missing':
    'This capacity needs an employer number, and the register shows none for this enterprise. Ask for a number first.',
  'recognition-missing':
    'This capacity needs a recognition, and we know of none for this enterprise. Contact the service desk to have the recognition recorded.',
  'self-appointment': 'You cannot appoint yourself to this office. Ask another manager who may appoint to it.',
  'ground-not-in-register':
    'The register does not show this person as a legal representative. If the person is an employee, choose ‘employee’. If the register is wrong, have it corrected first.',
  'candidate-waiting':
    'Somebody has already been appointed to this office and still has to accept. Wait for the answer, or withdraw that appointment first.',
  'already-in-office':
    'This person already holds this office, or still has to accept it. If you meant somebody else, choose that person.',
  'appointment-unknown':
    'This appointment does not exist, or no longer does. Look at the list of managers to see who holds which office now.',
  'appointment-not-waiting':
    'This appointment no longer waits for an answer. Look at the list of managers to see how things stand now.',
  'not-the-appointee': 'Only the person appointed can accept or decline. Ask that person to sign in.',
  'already-suspended': 'This office is suspended already. You need do nothing.',
  'not-suspended': 'This office is not suspended. You need do nothing.',
  'ground-lost': (o) =>
    `You became ${o.chief.one} as a legal representative, and by the register you are one no longer. Ask a legal representative to confirm you: then you can do this again.`,
  'awaits-confirmation':
    'What was given before the enterprise’s present situation counts only once somebody who represents it now confirms it. Ask that person to do so.',
  'nothing-to-confirm': 'There is nothing to confirm here: everything counts already. You need do nothing.',
  'already-user':
    'This person is already a user of this group. Open the person in the list to give or withdraw online services.',
  'user-unknown':
    'We do not find this person among the users. Choose somebody from the list, or create the user first.',
  'service-unknown': 'We do not know this online service. Choose an online service from the list.',
  'service-not-offered':
    'This group does not offer this online service. Choose one from the group’s list, or give it in another group.',
  'service-opened-by-role':
    'This online service opens with a role only. Give the person a role of this service, or ask whoever manages the roles.',
  'service-granted-elsewhere':
    'Access to this online service is given in another system. Open the service in the list to see where.',
  'already-given':
    'The user already has this online service in that period. Choose other days, or withdraw the service first.',
  'not-given': 'The user does not have this online service in this group. There is nothing to withdraw.',
  'already-blocked': 'This person is already blocked. There is nothing to do.',
  'not-blocked': 'This person is not blocked. There is nothing to do.',
  'blocked-by-higher-office': (o) =>
    `Somebody in a higher office blocked this person. Ask that manager or the ${o.chief.one} to lift the block.`,
  'period-in-the-past': 'The last day is in the past. Choose today or a later day.',
  'period-reversed': 'The last day is before the first. Correct one of the two days.',
  'period-outside-membership':
    'These days are outside the period in which the person is a user of the group. Choose days within that period.',
  'already-stopped':
    'The emergency stop has already been pressed. There is nothing to do: access in the enterprise’s name is closed.',
  'not-stopped': 'There is no emergency stop to lift. There is nothing to do.',
  'proposal-unknown':
    'This proposal does not wait for an answer any more: it was confirmed or withdrawn, or its time is over. Look at your home page for what waits now, or propose it again.',
  'own-proposal':
    'You made this proposal yourself, so somebody else must confirm it. Ask one of the others who may confirm it.',
  'proposal-waiting':
    'The same has already been proposed and waits to be confirmed. Confirm that proposal, or withdraw it first.',
  'act-unknown': 'We do not find this among what you did for this enterprise. Choose it in the history.',
  'not-undoable': 'This cannot be undone. Use the step that does the opposite.',
  'already-undone': 'This is undone already. You need do nothing.',
  'undo-too-late': 'You can undo something for 10 minutes, and they have passed. Use the step that does the opposite.',
  'acted-on-since':
    'Since then something was done that rests on it or is about the same thing. Look at the history and use the step that does the opposite.',
  'end-unknown':
    'There is no end here that you can cancel. What ends through a successor, or with something else, you cancel there.',
  'own-enterprise': 'You have a part in this enterprise yourself. Let a colleague of the service desk do this.',
  'recognition-not-asked': 'This capacity needs no recognition. Choose a capacity that asks one.',
  'already-recognised': 'The recognition for this capacity is already recorded. There is nothing to do.',
  'not-on-your-list':
    'This does not stand on your take-over list: you gave it yourself, it was given since you took the office, or you have confirmed it already. There is nothing to do.',
  'stand-in-unknown':
    'No such stand-in waits or is under way: it was ended or declined, or its time is over. Look at the page of the enterprise for what there is now.',
  'already-stood-in':
    'Somebody has already been asked to stand in for this office. End that first, or wait until it is over.',
  'stand-in-too-long': 'Somebody stands in for at most 90 days. Choose an earlier last day.',
  'outlasts-office': 'Your office ends earlier. Choose a last day within your own term.',
  'outlasts-stand-in':
    'As a stand-in you give rights that end with your standing in at the latest. Choose days within that time, or leave the last day empty: whoever you stand in for can keep them.',
  'named-otherwise':
    'You were asked under another name than the one on your digital key. Ask whoever asked you to do it again, with your own name.',
  'nothing-to-keep': 'There is nothing to keep: this stand-in has given no rights that still run.',
  'number-or-contact-needed':
    'Enter the national register number. Somebody who has none gets a user name by e-mail and a password by text message: then enter both an e-mail address and a phone number.',
} satisfies Record<Refusal, Worded>
