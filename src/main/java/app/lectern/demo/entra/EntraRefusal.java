package app.lectern.demo.entra;

/// Entra saying no: the OAuth error, the AADSTS number and words that belong to it, and where due a suberror.
public final class EntraRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final int number;
    private final String suberror;
    private final String claims;

    EntraRefusal(int status, String error, int number, String message, String suberror, String claims) {
        super(message, null, false, false);
        this.status = status;
        this.error = error;
        this.number = number;
        this.suberror = suberror;
        this.claims = claims;
    }

    static EntraRefusal of(int status, String error, int number, String message) {
        return new EntraRefusal(status, error, number, message, null, null);
    }

    EntraRefusal withSuberror(String name) {
        return new EntraRefusal(status, error, number, getMessage(), name, claims);
    }

    EntraRefusal withClaims(String challenge) {
        return new EntraRefusal(status, error, number, getMessage(), suberror, challenge);
    }

    public int status() {
        return status;
    }

    public String error() {
        return error;
    }

    /// The digits after AADSTS.
    public int number() {
        return number;
    }

    String suberror() {
        return suberror;
    }

    String claims() {
        return claims;
    }
}
