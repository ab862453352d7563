# Adds the folder with lectern.cmd to the PATH of the person who installs the .msi, and takes it away again when it is removed.
# jpackage has no option for that, so two rows are written into the finished package.
param([Parameter(Mandatory)] [string] $Msi)
$ErrorActionPreference = "Stop"

$installer = New-Object -ComObject WindowsInstaller.Installer
$database = $installer.OpenDatabase((Resolve-Path $Msi).Path, 1)

function Invoke-Sql([string] $sql) {
    $view = $database.OpenView($sql)
    $view.Execute()
    $view.Close()
}

function Read-Value([string] $sql) {
    $view = $database.OpenView($sql)
    $view.Execute()
    $row = $view.Fetch()
    if ($null -eq $row) { throw "nothing found by: $sql" }
    $value = $row.StringData(1)
    $view.Close()
    $value
}

$component = $null
$view = $database.OpenView('SELECT `FileName`, `Component_` FROM `File`')
$view.Execute()
while ($row = $view.Fetch()) {
    if ($row.StringData(1) -like "*lectern.cmd") { $component = $row.StringData(2) }
}
$view.Close()
if (-not $component) { throw "lectern.cmd is not in $Msi" }
$folder = Read-Value "SELECT ``Directory_`` FROM ``Component`` WHERE ``Component`` = '$component'"

$tables = $database.OpenView('SELECT `Name` FROM `_Tables`')
$tables.Execute()
$known = @()
while ($row = $tables.Fetch()) { $known += $row.StringData(1) }
$tables.Close()
if ($known -notcontains "Environment") {
    Invoke-Sql 'CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL LOCALIZABLE, `Value` CHAR(255) LOCALIZABLE, `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)'
    Invoke-Sql "INSERT INTO ``InstallExecuteSequence`` (``Action``, ``Sequence``) VALUES ('RemoveEnvironmentStrings', 3300)"
    Invoke-Sql "INSERT INTO ``InstallExecuteSequence`` (``Action``, ``Sequence``) VALUES ('WriteEnvironmentStrings', 5200)"
}
# "=-": set at installation, removed at removal; "[~];" keeps what was there
Invoke-Sql "INSERT INTO ``Environment`` (``Environment``, ``Name``, ``Value``, ``Component_``) VALUES ('LecternPath', '=-PATH', '[~];[$folder]', '$component')"
$database.Commit()
