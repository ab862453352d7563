package app.lectern.meetings;

/// What somebody answered to an invitation; nothing yet where none is known.
public enum InvitationAnswer { NONE, ACCEPTED, TENTATIVE, DECLINED }
