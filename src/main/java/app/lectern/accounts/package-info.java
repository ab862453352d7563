/// Whether an account can organise Teams meetings and why not, as whom a meeting is created, and what would be lost with an
/// account that goes. Meetings, recordings and deliverables ask here; nothing here creates or downloads for them.
package app.lectern.accounts;
