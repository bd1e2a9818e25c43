namespace Cybernetes.Preflight;

/// <summary>What one check of the machine found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Severity">Whether it stops a start.</param>
/// <param name="Text">What was found and, where it is bad, what to do.</param>
internal sealed record Finding(string Check, Severity Severity, string Text)
{
    /// <summary>All is well.</summary>
    public static Finding Good(string check, string text) => new(check, Severity.Ok, text);

    /// <summary>Works, but the user should know.</summary>
    public static Finding Warning(string check, string text) => new(check, Severity.Warning, text);

    /// <summary>A cluster cannot start like this.</summary>
    public static Finding Bad(string check, string text) => new(check, Severity.Error, text);
}

/// <summary>Whether a finding stops a start.</summary>
internal enum Severity
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>Works, but the user should know.</summary>
    Warning,

    /// <summary>A cluster cannot start.</summary>
    Error,
}
