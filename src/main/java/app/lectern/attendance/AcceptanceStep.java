package app.lectern.attendance;

/// What a first meeting has to show before people rely on the whole.
public enum AcceptanceStep { LINK, HELD, ATTENDANCE, RECORDING }
