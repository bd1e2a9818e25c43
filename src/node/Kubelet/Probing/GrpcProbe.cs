using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Cybernetes.Kubelet.Probing;

/// <summary>A probe by the gRPC health checking protocol (grpc.health.v1.Health/Check), whose two one-field messages are written here.</summary>
internal static class GrpcProbe
{
    private static readonly string[] Statuses = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"];

    private static readonly Method<string, byte[]> Check = new(
        MethodType.Unary,
        "grpc.health.v1.Health",
        "Check",
        Marshallers.Create(Serialize, _ => ""),
        Marshallers.Create<byte[]>(_ => [], bytes => bytes));

    public static async Task<ProbeAnswer> RunAsync(string host, int port, string service, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var address = host.Contains(':') ? $"[{host}]:{port}" : $"{host}:{port}";
        using var channel = GrpcChannel.ForAddress($"http://{address}", new() { HttpHandler = new SocketsHttpHandler { UseProxy = false, ConnectTimeout = timeout } });
        try
        {
            var headers = new Metadata { { "user-agent", "kube-probe/" + KubeletVersion.MajorMinor } };
            using var call = channel.CreateCallInvoker().AsyncUnaryCall(Check, null, new CallOptions(headers, DateTime.UtcNow + timeout, cancellationToken), service);
            var status = Deserialize(await call.ResponseAsync.ConfigureAwait(false));
            return status == 1
                ? new(ProbeVerdict.Success, "service healthy")
                : new(ProbeVerdict.Failure, $"service unhealthy (responded with \"{(status >= 0 && status < Statuses.Length ? Statuses[status] : status.ToString(System.Globalization.CultureInfo.InvariantCulture))}\")");
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
        {
            return new(ProbeVerdict.Failure, $"error: this server does not implement the grpc health protocol (grpc.health.v1.Health): {e.Status.Detail}");
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.DeadlineExceeded)
        {
            return new(ProbeVerdict.Failure, $"timeout: health rpc did not complete within {Base.GoDuration.Format(timeout)}");
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return new(ProbeVerdict.Failure, $"timeout: failed to connect service \"{address}\" within {Base.GoDuration.Format(timeout)}: context deadline exceeded");
        }
        catch (RpcException e)
        {
            return new(ProbeVerdict.Failure, $"error: health rpc probe failed: {e.Status.Detail}");
        }
    }

    private static byte[] Serialize(string service)
    {
        if (service.Length == 0)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteString(service);
        }

        return bytes.ToArray();
    }

    private static int Deserialize(byte[] message)
    {
        var status = 0;
        var input = new CodedInputStream(message);
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 1)
            {
                status = input.ReadEnum();
            }
            else
            {
                input.SkipLastField();
            }
        }

        return status;
    }
}
