using Cybernetes.Store.Etcd.Protocol;
using Grpc.Core;

namespace Cybernetes.Store.EtcdServer;

/// <summary>etcd's Cluster service, as far as it can be asked of one member.</summary>
internal sealed class ClusterService(Member member) : Cluster.ClusterBase
{
    public override Task<MemberListResponse> MemberList(MemberListRequest request, ServerCallContext context)
    {
        var one = new Etcd.Protocol.Member { ID = Member.Id, Name = member.Name };
        one.ClientURLs.AddRange(member.Urls);
        var response = new MemberListResponse { Header = member.Header() };
        response.Members.Add(one);
        return Task.FromResult(response);
    }
}
