using Cybernetes.Api.CoreV1;

namespace Cybernetes.ApiServer.Services;

/// <summary>What a Service of a type has: pure questions.</summary>
internal static class ServiceNeeds
{
    public const string None = "None";

    // A type that nobody knows is for validation to refuse.
    public static bool ClusterIp(Service service) => service.Spec.Type != "ExternalName";

    public static bool IsHeadless(Service service) => ClusterIp(service) && (service.Spec.ClusterIP == None || (service.Spec.ClusterIPs is [None, ..]));

    public static bool NodePorts(Service service) => service.Spec.Type == "NodePort" || (service.Spec.Type == "LoadBalancer" && service.Spec.AllocateLoadBalancerNodePorts != false);

    public static bool HealthCheckPort(Service service) => service.Spec is { Type: "LoadBalancer", ExternalTrafficPolicy: "Local" };

    public static bool IsReachedFromOutside(Service service) =>
        service.Spec.Type is "NodePort" or "LoadBalancer" || (service.Spec.Type is "" or "ClusterIP" && !service.Spec.ExternalIPs.IsEmpty);
}
