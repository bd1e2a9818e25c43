using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Proxy.Pods;

/// <summary>How a pod's cable ends on the node.</summary>
public enum PodCable
{
    /// <summary>
    /// In the node itself, with a route for the pod ("ptp"): every packet between pods is routed, so that Services and policies
    /// see it without br_netfilter, and a pod reaches itself through a Service.
    /// </summary>
    PointToPoint,

    /// <summary>In a bridge "cni0". Needs br_netfilter for Services between pods of one node.</summary>
    Bridge,
}

/// <summary>The CNI network list that gives pods their addresses: a pure function of the ranges.</summary>
public static class CniConfig
{
    /// <summary>The file's name: early in the order, so that it is found first when it is alone and others can come before it.</summary>
    public const string FileName = "10-c8s.conflist";

    /// <summary>The text of the list. <paramref name="mtu"/> 0: what the kernel chooses.</summary>
    public static string Write(PodCable cable, ImmutableArray<IPNetwork> ranges, int mtu, bool portmap)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("cniVersion", "1.0.0");
            json.WriteString("name", "c8s");
            json.WriteStartArray("plugins");
            json.WriteStartObject();
            if (cable == PodCable.Bridge)
            {
                json.WriteString("type", "bridge");
                json.WriteString("bridge", "cni0");
                json.WriteBoolean("isGateway", true);
                json.WriteBoolean("hairpinMode", true);
            }
            else
            {
                json.WriteString("type", "ptp");
            }

            // The proxy's side masquerades what leaves the cluster.
            json.WriteBoolean("ipMasq", false);
            if (mtu > 0)
            {
                json.WriteNumber("mtu", mtu);
            }

            json.WriteStartObject("ipam");
            json.WriteString("type", "host-local");
            json.WriteString("dataDir", "/run/c8s/cni-ipam");
            json.WriteStartArray("routes");
            foreach (var any in ranges.Select(r => r.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? "0.0.0.0/0" : "::/0").Distinct())
            {
                json.WriteStartObject();
                json.WriteString("dst", any);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("ranges");
            foreach (var range in ranges)
            {
                json.WriteStartArray();
                json.WriteStartObject();
                json.WriteString("subnet", range.ToString());
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            if (portmap)
            {
                json.WriteStartObject();
                json.WriteString("type", "portmap");
                json.WriteStartObject("capabilities");
                json.WriteBoolean("portMappings", true);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
