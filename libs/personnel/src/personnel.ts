import { dayOf } from '#libs/calendar';
import type { Decider } from '#libs/kernel';
import { changesOf, checkMemberships } from './belonging.js';
import type { PersonEvent } from './facts.js';
import { breakGlass, confirm, decline, grantAlone, propose, reviewBreakGlass, revoke } from './granting.js';
import type { PersonCommand } from './orders.js';
import { evolve, NOBODY, type Staff } from './staff.js';

/**
 * One natural person: name, memberships and secondments, and the roles of all accounts, with their days. What one person
 * cannot be at once is decided here, because here stands everything the person is.
 */
export const personnel: Decider<Staff, PersonCommand, PersonEvent> = {
  initial: NOBODY,
  evolve,
  decide: (command, staff) => {
    const { by, at } = command;
    switch (command.type) {
      case 'RegisterPerson': {
        checkMemberships(command.data.memberships);
        return staff.known ? [] : [{ type: 'PersonRegistered', data: { ...command.data, by: by.personId } }];
      }
      case 'AdoptPerson':
        return staff.known ? [] : [{ type: 'PersonAdopted', data: { ...command.data, by: by.personId } }];
      case 'RenamePerson': {
        const { name } = command.data;
        if (name === staff.name) return [];
        return [{ type: 'PersonRenamed', data: { name, before: staff.name, by: by.personId } }];
      }
      case 'SetMemberships':
        checkMemberships(command.data.memberships);
        return changesOf(staff.memberships, command.data.memberships, { today: dayOf(at), by: by.personId });
      case 'ProposeRole':
        return propose(staff, command.data, command);
      case 'ConfirmRole':
        return confirm(staff, command.data, command);
      case 'DeclineRole':
        return decline(staff, command.data.id, command.data.reason, command);
      case 'GrantRole':
        return grantAlone(staff, command.data, command);
      case 'RevokeRole':
        return revoke(staff, command.data, command);
      case 'BreakGlass':
        return breakGlass(staff, command.data, command);
      case 'ReviewBreakGlass':
        return reviewBreakGlass(staff, command.data, command);
    }
  },
};
