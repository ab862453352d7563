package app.lectern.integrations.permissions;

import app.lectern.integrations.Integration;
import java.util.List;
import java.util.stream.Collectors;

/// Grants the missing application permissions, and only these, in one go.
public final class GrantScript {
    private GrantScript() {}

    public static String of(Integration of, List<String> roles) {
        if (roles.isEmpty()) {
            return "";
        }
        return """
                $client = %s
                Connect-MgGraph -TenantId %s `
                  -Scopes Application.Read.All, AppRoleAssignment.ReadWrite.All
                $app   = Get-MgServicePrincipal -Filter "appId eq '$client'"
                $graph = Get-MgServicePrincipal -Filter "appId eq '%s'"
                foreach ($name in %s) {
                  $role = $graph.AppRoles | Where-Object Value -eq $name
                  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id `
                    -PrincipalId $app.Id -ResourceId $graph.Id -AppRoleId $role.Id
                }
                """
                .formatted(PowerShell.quoted(of.clientId()), PowerShell.quoted(of.tenant()), PermissionCatalogue.GRAPH_APP_ID,
                        roles.stream().map(PowerShell::quoted).collect(Collectors.joining(", ")));
    }
}
