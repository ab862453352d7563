package app.lectern.diagnosis.errors;

/// What an answer or a pasted text says about itself; 0 and empty where it says nothing.
///
/// @param innerCode the innermost code, which counts more than the outer one
/// @param aadsts    Entra's number
public record SeenError(int status, String code, String innerCode, String message, String requestId, int aadsts) {
    public static final SeenError NOTHING = new SeenError(0, "", "", "", "", 0);

    public SeenError at(int otherStatus) {
        return new SeenError(otherStatus, code, innerCode, message, requestId, aadsts);
    }

    public SeenError withRequestId(String id) {
        return requestId.isEmpty() ? new SeenError(status, code, innerCode, message, id, aadsts) : this;
    }

    public boolean is(String known) {
        return known.equalsIgnoreCase(innerCode) || known.equalsIgnoreCase(code);
    }

    public String shownCode() {
        return aadsts > 0 ? "AADSTS" + aadsts : innerCode.isEmpty() ? code : innerCode;
    }
}
