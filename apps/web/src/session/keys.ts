import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { answer, api } from '../api/client.js';

/** The person, the browser or the key did not want to. */
export class KeyDeclined extends Error {
  override readonly name = 'KeyDeclined';
}

function declined(error: unknown): never {
  throw new KeyDeclined(error instanceof Error ? error.message : String(error));
}

/** Lets one of the enrolled keys sign what the server asks for. */
export async function signed(): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = (await answer(
    api.POST('/api/session/confirmation/challenge'),
  )) as unknown as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(declined);
}

/** Makes a new key for this account. */
export async function created(): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = (await answer(
    api.POST('/api/session/factors/passkeys/challenge'),
  )) as unknown as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).catch(declined);
}
