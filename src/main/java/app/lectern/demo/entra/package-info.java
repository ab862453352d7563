/// Entra's part of the demo tenant: app registrations, tokens, and sign-in refusals with their AADSTS numbers.
package app.lectern.demo.entra;
