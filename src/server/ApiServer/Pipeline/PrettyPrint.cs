namespace Cybernetes.ApiServer.Pipeline;

/// <summary>Whether JSON is to be indented: when asked for, and for people who look with a browser or curl.</summary>
internal static class PrettyPrint
{
    public static bool IsWanted(RequestContext context)
    {
        if (context.Query["pretty"] is { } pretty)
        {
            return RequestInfoParser.IsTrue(pretty);
        }

        var agent = context.UserAgent;
        return agent.StartsWith("curl", StringComparison.Ordinal) || agent.StartsWith("Wget", StringComparison.Ordinal) || agent.StartsWith("Mozilla/5.0", StringComparison.Ordinal);
    }
}
