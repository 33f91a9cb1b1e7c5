import type { WholePrograms } from './programs.ts';

const flask = (rest: string): string =>
  `from flask import Flask, Blueprint, request\n\napp = Flask(__name__)\n\n${rest}\n`;
const fastapi = (rest: string): string =>
  `from fastapi import FastAPI, APIRouter\n\napp = FastAPI()\n\n${rest}\n`;
const django = (rest: string): string =>
  `from django.http import JsonResponse\nfrom django.urls import path\n\n${rest}\n`;

/** Administrative routes of Python's frameworks, with and without anything that authenticates. */
export const pythonRoutePrograms: readonly WholePrograms[] = [
  {
    rule: 'missing-authentication',
    path: 'app/routes.py',
    ng: [
      flask("@app.route('/admin/users')\ndef users():\n    return list_all()"),
      flask(
        "@app.delete('/api/admin/users/<int:number>')\ndef remove(number):\n    return remove_one(number)",
      ),
      flask(
        "bp = Blueprint('admin', __name__, url_prefix='/admin')\n\n@bp.route('/users', methods=['POST'])\ndef users():\n    return create()",
      ),
      flask(
        "bp = Blueprint('ops', __name__)\n\n@bp.post('/internal/reset')\ndef reset():\n    return do_reset()",
      ),
      flask("def users():\n    return list_all()\n\napp.add_url_rule('/admin/users', view_func=users)"),
      flask("PREFIX = '/admin'\n\n@app.route(PREFIX + '/users')\ndef users():\n    return list_all()"),
      fastapi("@app.get('/admin/users')\nasync def users():\n    return await list_all()"),
      fastapi(
        "router = APIRouter(prefix='/admin')\n\n@router.delete('/users/{number}')\nasync def remove(number: int):\n    return await remove_one(number)",
      ),
      fastapi(
        "router = APIRouter()\n\n@router.put('/v1/internal/settings')\ndef settings():\n    return save()",
      ),
      fastapi("@app.api_route('/admin/flush', methods=['POST'])\ndef flush():\n    return flush_all()"),
      django(
        "def users(request):\n    return JsonResponse(list_all(), safe=False)\n\nurlpatterns = [path('admin/users/', users)]",
      ),
      django(
        "def reset(request):\n    return JsonResponse(do_reset())\n\nurlpatterns = [path('home/', home), path('internal/reset/', reset)]",
      ),
      django(
        "from django.views import View\n\nclass Users(View):\n    def get(self, request):\n        return JsonResponse(list_all())\n\nurlpatterns = [path('manage/users/', Users.as_view())]",
      ),
      "from rest_framework.decorators import api_view\nfrom django.urls import re_path\n\n@api_view(['POST'])\ndef purge(request):\n    return purge_all()\n\nurlpatterns = [re_path(r'^admin/purge/$', purge)]\n",
    ],
    ok: [
      flask("@app.route('/users')\ndef users():\n    return list_all()"),
      flask(
        "from flask_login import login_required\n\n@app.route('/admin/users')\n@login_required\ndef users():\n    return list_all()",
      ),
      flask(
        "bp = Blueprint('admin', __name__, url_prefix='/admin')\n\n@bp.before_request\ndef check():\n    require_admin(request)\n\n@bp.route('/users', methods=['POST'])\ndef users():\n    return create()",
      ),
      flask(
        "bp = Blueprint('public', __name__, url_prefix='/public')\n\n@bp.route('/users')\ndef users():\n    return list_all()",
      ),
      flask(
        "@app.route('/admin/users')\ndef users():\n    if request.headers.get('Authorization') != expected():\n        return 'no', 401\n    return list_all()",
      ),
      flask("@app.route('/administrators-guide')\ndef guide():\n    return page()"),
      fastapi(
        "from fastapi import Depends\n\n@app.get('/admin/users')\nasync def users(user=Depends(current_user)):\n    return await list_all()",
      ),
      fastapi(
        "from fastapi import Security\n\nrouter = APIRouter(prefix='/admin', dependencies=[Security(check)])\n\n@router.delete('/users/{number}')\nasync def remove(number: int):\n    return await remove_one(number)",
      ),
      fastapi(
        "router = APIRouter(prefix='/news')\n\n@router.get('/latest')\nasync def latest():\n    return await news()",
      ),
      fastapi(
        "@app.get('/admin/users', dependencies=[needs_admin])\nasync def users():\n    return await list_all()",
      ),
      django(
        "from django.contrib.admin.views.decorators import staff_member_required\n\n@staff_member_required\ndef users(request):\n    return JsonResponse(list_all())\n\nurlpatterns = [path('admin/users/', users)]",
      ),
      django("from django.contrib import admin\n\nurlpatterns = [path('admin/', admin.site.urls)]"),
      django("from . import views\n\nurlpatterns = [path('admin/users/', views.users)]"),
      django(
        "def latest(request):\n    return JsonResponse(news())\n\nurlpatterns = [path('news/latest/', latest)]",
      ),
      "import requests\n\ndef sync(session_):\n    return requests.get('/admin/users')\n",
    ],
  },
];
