import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { enterpriseOperations } from '#enterprises'
import type { Operation } from '#operations'

const all = [enterpriseOperations, appointmentOperations, accessOperations].flatMap((of) =>
  Object.values(of),
) as unknown as readonly Operation[]

/** The operation that writes that audit event, and says whether and how it is undone. */
export const operationOf = (event: string): Operation | undefined => all.find((one) => one.event === event)
