using System.Text.Json;

namespace Cybernetes.Kubelet.Serving;

/// <summary>/configz: the configuration in force.</summary>
internal static class ConfigPage
{
    public static byte[] Render(KubeletOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("kubeletconfig");
            json.WriteBoolean("enableServer", true);
            if (options.StaticPodPath.Length > 0)
            {
                json.WriteString("staticPodPath", options.StaticPodPath);
            }

            json.WriteString("podLogsDir", options.PodLogsDirectory);
            json.WriteString("syncFrequency", Span(options.SyncFrequency));
            json.WriteString("fileCheckFrequency", Span(options.FileCheckFrequency));
            json.WriteString("address", options.Address);
            json.WriteNumber("port", options.Port);
            json.WriteStartObject("authentication");
            json.WriteStartObject("x509");
            json.WriteString("clientCAFile", options.ClientCaFile);
            json.WriteEndObject();
            json.WriteStartObject("webhook");
            json.WriteBoolean("enabled", options.WebhookAuthentication);
            json.WriteEndObject();
            json.WriteStartObject("anonymous");
            json.WriteBoolean("enabled", options.AnonymousAuthentication);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("authorization");
            json.WriteString("mode", options.AuthorizationMode);
            json.WriteEndObject();
            json.WriteNumber("healthzPort", options.HealthzPort);
            json.WriteString("healthzBindAddress", options.HealthzBindAddress);
            json.WriteString("clusterDomain", options.ClusterDomain);
            json.WriteStartArray("clusterDNS");
            foreach (var server in options.ClusterDns)
            {
                json.WriteStringValue(server);
            }

            json.WriteEndArray();
            json.WriteString("nodeStatusUpdateFrequency", Span(options.NodeStatusUpdateFrequency));
            json.WriteString("nodeStatusReportFrequency", Span(options.NodeStatusReportFrequency));
            json.WriteNumber("nodeLeaseDurationSeconds", options.NodeLeaseDurationSeconds);
            json.WriteString("imageMinimumGCAge", Span(options.ImageMinimumGcAge));
            json.WriteNumber("imageGCHighThresholdPercent", options.ImageGcHighThresholdPercent);
            json.WriteNumber("imageGCLowThresholdPercent", options.ImageGcLowThresholdPercent);
            json.WriteString("cgroupRoot", options.CgroupRoot);
            json.WriteBoolean("cgroupsPerQOS", options.CgroupsPerQos);
            json.WriteString("cgroupDriver", options.CgroupDriver);
            json.WriteString("runtimeRequestTimeout", Span(options.RuntimeRequestTimeout));
            json.WriteNumber("maxPods", options.MaxPods);
            json.WriteString("resolvConf", options.ResolverConfig);
            json.WriteBoolean("cpuCFSQuota", options.CpuCfsQuota);
            json.WriteBoolean("serializeImagePulls", options.SerializeImagePulls);
            Map("evictionHard", options.EvictionHard);
            json.WriteString("containerLogMaxSize", options.ContainerLogMaxSize);
            json.WriteNumber("containerLogMaxFiles", options.ContainerLogMaxFiles);
            Map("systemReserved", options.SystemReserved);
            Map("kubeReserved", options.KubeReserved);
            json.WriteString("containerRuntimeEndpoint", options.ContainerRuntimeEndpoint);
            json.WriteEndObject();
            json.WriteEndObject();

            void Map(string name, IReadOnlyDictionary<string, string> map)
            {
                json.WriteStartObject(name);
                foreach (var (key, value) in map)
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }
        }

        return bytes.ToArray();
    }

    private static string Span(TimeSpan span) => Base.GoDuration.Format(span);
}
