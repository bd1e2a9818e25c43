using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands;

/// <summary><c>--validate</c> as the server knows it.</summary>
internal static class Validation
{
    /// <summary>The value of <c>fieldValidation</c>.</summary>
    /// <exception cref="KubectlException">There is no such level.</exception>
    public static string Of(string level) => level switch
    {
        "strict" or "true" => "Strict",
        "warn" => "Warn",
        "ignore" or "false" => "Ignore",
        _ => throw KubectlException.Error($"invalid - validate option: \"{level}\""),
    };
}
