namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>One failed check.</summary>
internal sealed record Violation(string Reason, string Detail);
