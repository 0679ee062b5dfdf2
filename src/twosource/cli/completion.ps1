# Completion of twosource for PowerShell: the program itself says what fits, as it does for bash.
Register-ArgumentCompleter -Native -CommandName twosource -ScriptBlock {
    param($word, $commandAst, $cursor)
    $env:_TWOSOURCE_COMPLETE = 'bash_complete'
    $words = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })
    $env:COMP_CWORD = if ($word) { $words.Count - 1 } else { $words.Count }
    $env:COMP_WORDS = $words -join ' '
    try {
        twosource | ForEach-Object {
            $kind, $value = $_ -split ',', 2
            if ($kind -eq 'plain') {
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $value)
            }
        }
    }
    finally {
        Remove-Item Env:_TWOSOURCE_COMPLETE, Env:COMP_WORDS, Env:COMP_CWORD
    }
}
