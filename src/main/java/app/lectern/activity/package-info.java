/// What Lectern did: every call to Entra and Microsoft Graph, kept for support and for the figures.
package app.lectern.activity;
