/// From what was observed to what is the matter: signals, the table that weighs them, and verdicts with their confidence.
package app.lectern.diagnosis.verdict;
