import type * as es from "../es/login";
import type { Same } from "./same";

export const login = {
  title: "Sign in",
  email: "Email",
  password: "Password",
  show_password: "Show password",
  submit: "Sign in",
  forgot: "I forgot my password",
  forgot_title: "Recover your password",
  forgot_hint: "Enter your email and we will send you a link to choose another one.",
  forgot_submit: "Send link",
  forgot_sent: "If that email has access, the link will arrive in a few minutes.",
  new_title: "Choose a password",
  new_password: "New password",
  new_password_hint: "At least {min} characters. A short phrase is easy to remember.",
  new_submit: "Save password",
  changed: "Password saved. You can sign in now.",
  signed_out: "You signed out.",
  session_expired: "Your session ended. Sign in again to continue.",
  current_password: "Current password",
  code: "Verification code",
  code_hint: "The six digits your app shows.",
  portal_link: "Go to the customer portal",
} satisfies Same<typeof es.login>;

export const loginErrors = {
  wrong: "The email or the password does not match.",
  inactive: "This user is deactivated. Ask whoever administers the system for access.",
  expired_link: "The link expired or was already used. Ask for another.",
  short_password: "Use at least {min} characters.",
  common_password: "That password is very well known. Choose another.",
  wrong_code: "The code does not match or has expired.",
} satisfies Same<typeof es.loginErrors>;
