using Cybernetes.Api.Machinery;
using Cybernetes.Api.PodSecurityConfigV1;

namespace Cybernetes.ApiServer.Admission;

/// <summary>Reads <c>--admission-control-config-file</c>: the configurations of plugins, inline or in files beside it.</summary>
public static class AdmissionFile
{
    /// <summary>The context with what the file says; the same without a file. Throws <see cref="FormatException"/> or <see cref="IOException"/>.</summary>
    public static AdmissionContext Configure(string path, AdmissionContext context)
    {
        if (path.Length == 0)
        {
            return context;
        }
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            foreach (var plugin in YamlReader.Read(File.ReadAllBytes(path))["plugins"].Items)
            {
                var configuration = plugin["path"].AsString is { Length: > 0 } file
                    ? YamlReader.Read(File.ReadAllBytes(Path.Combine(folder, file)))
                    : plugin["configuration"];
                context = plugin["name"].AsString switch
                {
                    "PodSecurity" => context with { PodSecurity = Value.FromValue<PodSecurityConfiguration>(configuration) },
                    "ResourceQuota" => context with { Quota = Value.FromValue<Api.ResourceQuotaConfigV1.Configuration>(configuration) },
                    "EventRateLimit" => context with { EventLimits = Value.FromValue<Api.EventRateLimitConfigV1Alpha1.Configuration>(configuration) },
                    "PodTolerationRestriction" => context with { PodTolerations = Value.FromValue<Api.PodTolerationRestrictionConfigV1Alpha1.Configuration>(configuration) },
                    "ImagePolicyWebhook" => context with { ImagePolicy = Plugins.ImagePolicyOptions.Read(configuration, folder) },
                    "PodNodeSelector" => context with { NodeSelectors = configuration["podNodeSelectorPluginConfig"].Entries.ToDictionary(entry => entry.Key, entry => entry.Value.AsString ?? "", StringComparer.Ordinal) },
                    _ => context,
                };
            }
            return context;
        }
        catch (WireException e)
        {
            throw new FormatException($"failed to read plugin config: {e.Message}");
        }
    }
}
