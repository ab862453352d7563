package app.lectern.overview;

/// Which figures are shown beside their targets.
public enum FigureSet { CALLS, CREATION }
