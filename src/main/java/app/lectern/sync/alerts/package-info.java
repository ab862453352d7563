/// What somebody should hear of without looking: alerts, snoozed or muted where that is wanted, and the steps that mend things.
package app.lectern.sync.alerts;
