namespace Cybernetes.ApiServer.InProcess;

/// <summary>Whether a caller within the process is content with the object itself.</summary>
internal static class InProcessAccept
{
    /// <summary>True for any media type of whole objects: the record is better than each of them. A Table or metadata alone is another object.</summary>
    public static bool IsPlain(string accept) => !accept.Contains("as=", StringComparison.Ordinal) && !accept.StartsWith("application/yaml", StringComparison.Ordinal);
}
