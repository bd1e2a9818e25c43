namespace Cybernetes.ApiServer.Discovery;

/// <summary>Whether a client asks for the aggregated document, and in which version.</summary>
internal static class AggregatedAccept
{
    /// <summary>v2, or null where the first clause that we have asks for the older documents.</summary>
    public static string? Wants(string accept)
    {
        foreach (var clause in accept.Split(','))
        {
            var parts = clause.Split(';').Select(part => part.Trim()).ToArray();
            if (parts[0] is not ("application/json" or "*/*" or "application/*" or "application/vnd.kubernetes.protobuf"))
            {
                continue;
            }

            if (!parts.Contains("as=APIGroupDiscoveryList"))
            {
                return null;
            }

            if (parts[0] == "application/json" && parts.Contains("g=apidiscovery.k8s.io") && parts.Contains("v=v2"))
            {
                return "v2";
            }
        }

        return null;
    }
}
